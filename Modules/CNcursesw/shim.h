/* What Swift can't see of ncurses by itself: macros, global variables, the wide interface. */
#ifndef SANBAN_CNCURSESW_SHIM_H
#define SANBAN_CNCURSESW_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <stdio.h>
#include <wchar.h>
#include <ncurses.h>

static inline WINDOW *sanban_stdscr(void) { return stdscr; }
static inline WINDOW *sanban_curscr(void) { return curscr; }
static inline int sanban_lines(void) { return LINES; }
static inline int sanban_columns(void) { return COLS; }
static inline int sanban_colors(void) { return COLORS; }
static inline int sanban_color_pairs(void) { return COLOR_PAIRS; }

static const attr_t SANBAN_NORMAL = A_NORMAL, SANBAN_BOLD = A_BOLD, SANBAN_DIM = A_DIM,
  SANBAN_REVERSE = A_REVERSE, SANBAN_UNDERLINE = A_UNDERLINE, SANBAN_ITALIC = A_ITALIC;

/* Colour pairs above 255 travel in the last argument (ncurses ABI 6). */
static inline int sanban_setcchar(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)(pair > 32767 ? 0 : pair), &pair);
}
#endif
