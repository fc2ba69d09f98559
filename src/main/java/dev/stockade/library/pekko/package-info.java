/** Pekko HTTP's and Akka HTTP's client, which Alpakka and Pekko Connectors send with. */
package dev.stockade.library.pekko;
