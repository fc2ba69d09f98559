/** OkHttp 3 to 5. */
package dev.stockade.library.okhttp;
