/** Reaches members of other libraries by name, also in closed modules. Only reads. */
package dev.stockade.weave.reflect;
