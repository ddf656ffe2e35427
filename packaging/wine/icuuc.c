/* Stand-in for Windows' icuuc.dll, which Wine 8.0 does not have.
 * Needed by: Qt6Core, which imports these entries for legacy text codecs (not UTF-8, not UTF-16).
 * Every converter is refused: Qt then knows the built-in codecs only, which is all we use.
 * Lives in the system32 folder of the build's Wine prefix only; it is never shipped. */
#include <stddef.h>

#define ENTRY __declspec(dllexport)
enum { NOTHING = 0, FILE_ACCESS_ERROR = 4 };

ENTRY void *ucnv_open(const char *name, int *status)
{
    (void)name;
    if (status != NULL)
        *status = FILE_ACCESS_ERROR;
    return NULL;
}

ENTRY int ucnv_countAvailable(void) { return NOTHING; }
ENTRY const char *ucnv_getAvailableName(int index) { (void)index; return NULL; }
ENTRY const char *ucnv_getStandardName(const char *name, const char *standard, int *status)
{
    (void)name; (void)standard; (void)status;
    return NULL;
}

/* No converter is ever opened, so nothing below is reached with one. */
ENTRY void ucnv_close(void *converter) { (void)converter; }
ENTRY void ucnv_reset(void *converter) { (void)converter; }
ENTRY const char *ucnv_getName(void *converter, int *status) { (void)converter; (void)status; return NULL; }
ENTRY signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return NOTHING; }
ENTRY void ucnv_getToUCallBack(void) {}
ENTRY void ucnv_setToUCallBack(void) {}
ENTRY void ucnv_getFromUCallBack(void) {}
ENTRY void ucnv_setFromUCallBack(void) {}
ENTRY void ucnv_toUnicode(void) {}
ENTRY void ucnv_fromUnicode(void) {}
ENTRY int ucnv_toUCountPending(void) { return NOTHING; }
ENTRY int ucnv_fromUCountPending(void) { return NOTHING; }
ENTRY void ucnv_cbToUWriteUChars(void) {}
ENTRY void ucnv_cbFromUWriteUChars(void) {}
ENTRY void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
ENTRY void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
