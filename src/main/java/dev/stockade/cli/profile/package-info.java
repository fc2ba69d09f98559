/**
 * Commands about profiles: what they say, in what they differ, and what they make of a server or of
 * this JDK. They ask the same functions that judge in a host; never loaded there.
 */
package dev.stockade.cli.profile;
