package dev.stockade.fleet.storage;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a list, fetched a page of 1,000 at a time, and only when they are wanted. */
final class Pages implements Iterator<S3Object> {
  private final Function<ListObjectsV2Request, ListObjectsV2Response> call;

  /** For the next page; null behind the last one. */
  private ListObjectsV2Request next;

  private Iterator<S3Object> page = Stream.<S3Object>empty().iterator();

  private Pages(
      ListObjectsV2Request first, Function<ListObjectsV2Request, ListObjectsV2Response> call) {
    this.next = first;
    this.call = call;
  }

  static Stream<S3Object> of(
      ListObjectsV2Request first, Function<ListObjectsV2Request, ListObjectsV2Response> call) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(first, call), Spliterator.ORDERED), false);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && next != null) {
      ListObjectsV2Response answer = call.apply(next);
      page = answer.contents().iterator();
      next =
          Boolean.TRUE.equals(answer.isTruncated())
              ? next.toBuilder().continuationToken(answer.nextContinuationToken()).build()
              : null;
    }
    return page.hasNext();
  }

  @Override
  public S3Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
