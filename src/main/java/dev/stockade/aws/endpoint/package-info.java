/** Which AWS endpoint a host name is: its door is {@code Endpoints}. Pure; asks no network. */
package dev.stockade.aws.endpoint;
