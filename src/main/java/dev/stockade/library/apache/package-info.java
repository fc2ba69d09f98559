/** Apache HttpClient 4 and 5. */
package dev.stockade.library.apache;
