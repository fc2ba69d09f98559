/**
 * The operator's files as they are on the disk: policy, kill file, state of the canary. Says what
 * changed; what is to be done about it is not known here.
 */
package dev.stockade.engine.files;
