package dev.stockade.fleet.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void aRecordOfAnyKindHasItsTable() {
    assertThat(Tables.ofKind("tls.handshake").name()).isEqualTo(Tables.HANDSHAKES);
    assertThat(Tables.ofKind("tls.certificate").name()).isEqualTo(Tables.CERTIFICATES);
    assertThat(Tables.ofKind("aws.request").name()).isEqualTo(Tables.REQUESTS);
    assertThat(Tables.ofKind("aws.unseen").name()).isEqualTo(Tables.ANSWERS);
    assertThat(Tables.ofKind("of a later version").name()).isEqualTo(Tables.EVENTS);
  }

  @Test
  void eachTableOfRecordsHasWhatAllHave() {
    for (String name : Tables.OF_RECORDS) {
      Table table = Tables.named(name);
      assertThat(table.names()).startsWith("ts, service, instance, pid, process, run_ts, seq");
      assertThat(table.ddl()).contains("rules VARCHAR[]").endsWith(", day VARCHAR");
    }
    assertThat(Tables.named(Tables.HANDSHAKES).columns())
        .contains(new Column("dh_bits", ColumnType.INTEGER, "tls.dhBits"));
  }

  @Test
  void noTableHasAColumnTwice() {
    for (Table table : Tables.all()) {
      assertThat(new HashSet<>(table.columns().stream().map(Column::name).toList()))
          .hasSameSizeAs(table.columns());
    }
  }

  @Test
  void whoOwnsAServiceIsInOneFile() {
    Table services = Tables.named(Tables.SERVICES);
    assertThat(services.isByDay()).isFalse();
    assertThat(services.ddl()).isEqualTo("service VARCHAR, owner VARCHAR");
    assertThat(LakeNames.whole(services)).isEqualTo("dims/services/services.parquet");
  }
}
