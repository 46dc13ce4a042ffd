// The least that ncurses and SQLite can do with a board; figures are given as ratios to it.
//   floor show BOARD      a screen of activities by the index, a bar that moves down on each key
//   floor commit FILE     a table in FILE, then commits of one row; prints the median in ms
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char rows[400][512];
static int count, cursor;
static sqlite3_int64 first_sort = -1, first_id = -1, last_sort, last_id;
static sqlite3_stmt *window;

static void load(int limit) {
  sqlite3_reset(window);
  sqlite3_bind_int64(window, 1, first_sort);
  sqlite3_bind_int64(window, 2, first_id);
  sqlite3_bind_int(window, 3, limit);
  count = 0;
  while (sqlite3_step(window) == SQLITE_ROW && count < 400) {
    last_sort = sqlite3_column_int64(window, 4);
    last_id = sqlite3_column_int64(window, 0);
    snprintf(rows[count++], 512, "A%-7d %.60s %lld %lld", sqlite3_column_int(window, 1),
             sqlite3_column_text(window, 2), sqlite3_column_int64(window, 3), (long long)last_sort);
  }
}

static void line(int y) {
  move(y, 0);
  if (y == cursor) attron(A_REVERSE);
  addnstr(rows[y], -1);
  clrtoeol();
  if (y == cursor) attroff(A_REVERSE);
}

static void all(void) {
  for (int y = 0; y < LINES - 1; y++) {
    if (y < count) line(y); else { move(y, 0); clrtoeol(); }
  }
  mvprintw(LINES - 1, 0, "%d", cursor + 1);
}

static int show(const char *path) {
  sqlite3 *db;
  setlocale(LC_ALL, "C.UTF-8");
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0)) return 1;
  if (sqlite3_prepare_v2(db,
          "SELECT id, number, title, plan, sort FROM item INDEXED BY item_list WHERE gone IS NULL "
          "AND kind = 3 AND period = 202624 AND (sort, id) > (?, ?) ORDER BY sort, id LIMIT ?",
          -1, &window, 0)) return 1;
  initscr(); cbreak(); noecho(); keypad(stdscr, TRUE); nonl(); curs_set(0);
  load(LINES - 1); all(); refresh();
  for (int c; (c = getch()) != 'q';) {
    if (c == 'j' && cursor + 1 < count) { cursor++; line(cursor - 1); line(cursor); }
    else if (c == 'k' && cursor > 0) { cursor--; line(cursor + 1); line(cursor); }
    else if (c == 'j') { first_sort = last_sort; first_id = last_id; cursor = 0; load(LINES - 1); all(); }
    mvprintw(LINES - 1, 0, "%d", cursor + 1); clrtoeol();
    refresh();
  }
  endwin();
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
static int order(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return d < 0 ? -1 : d > 0;
}

static int commit(const char *path) {
  enum { times = 300 };
  static double taken[times];
  sqlite3 *db;
  if (sqlite3_open(path, &db)) return 1;
  sqlite3_exec(db,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"
      "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, value INT);"
      "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 10000) "
      "INSERT INTO t SELECT i, 'item', i FROM r", 0, 0, 0);
  for (int i = 0; i < times; i++) {
    char sql[100];
    snprintf(sql, 100, "UPDATE t SET value = value + 1 WHERE id = %d", i * 37 % 10000 + 1);
    double start = now();
    if (sqlite3_exec(db, sql, 0, 0, 0)) return 1;
    taken[i] = now() - start;
  }
  qsort(taken, times, sizeof *taken, order);
  printf("%.3f %.3f\n", taken[times / 2], taken[times * 99 / 100]);
  return sqlite3_close(db);
}

int main(int argc, char **argv) {
  if (argc == 3 && !strcmp(argv[1], "show")) return show(argv[2]);
  if (argc == 3 && !strcmp(argv[1], "commit")) return commit(argv[2]);
  fprintf(stderr, "floor show BOARD | commit FILE\n");
  return 64;
}
