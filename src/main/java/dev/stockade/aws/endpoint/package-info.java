/**
 * Recognizes the AWS endpoint of a host name: its door is {@code Endpoints}. Pure; asks no network.
 */
package dev.stockade.aws.endpoint;
