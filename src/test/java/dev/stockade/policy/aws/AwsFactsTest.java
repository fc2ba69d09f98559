package dev.stockade.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Observation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts that are taken for equal are counted as one: none may be forgotten. */
class AwsFactsTest {
  private static final AwsAnswer ANSWER = AwsAnswer.of(200);

  @Test
  void factsThatDifferInOneThingAreNotEqual() throws IllegalAccessException {
    AwsFacts none = new AwsFacts.Builder().build();
    List<Field> fields =
        Arrays.stream(AwsFacts.Builder.class.getDeclaredFields())
            .filter(field -> !field.isSynthetic())
            .toList();

    assertThat(fields).hasSizeGreaterThan(5);
    for (Field field : fields) {
      AwsFacts.Builder builder = with(field);
      AwsFacts one = builder.build();
      AwsFacts same = with(field).build();
      assertThat(one).describedAs(field.getName()).isNotEqualTo(none).isEqualTo(same);
      assertThat(one).describedAs(field.getName()).hasSameHashCodeAs(same);
    }
  }

  private static AwsFacts.Builder with(Field field) throws IllegalAccessException {
    AwsFacts.Builder builder = new AwsFacts.Builder();
    field.setAccessible(true);
    field.set(builder, other(field.getType()));
    return builder;
  }

  private static Object other(Class<?> type) {
    if (type == String.class) {
      return "something";
    }
    if (type == List.class) {
      return List.of(Observation.remark("something"));
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == AwsAnswer.class) {
      return ANSWER;
    }
    assertThat(type.isEnum()).isTrue();
    return type.getEnumConstants()[0];
  }
}
