/** Stores on one SQLite file. */
module io.troubleshooter.sqlite {
    requires transitive io.troubleshooter.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports io.troubleshooter.sqlite;
}
