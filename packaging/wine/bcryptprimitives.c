/* Stand-in for Windows' bcryptprimitives.dll, which Wine 8.0 does not have.
 * Needed by: pydantic-core (Rust asks ProcessPrng for random bytes).
 * Lives in the system32 folder of the build's Wine prefix only; it is never shipped. */
#include <stddef.h>

typedef unsigned char BYTE;

/* advapi32's RtlGenRandom, known to Wine under its export name. */
__declspec(dllimport) BYTE __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(BYTE *data, size_t length)
{
    while (length > 0) {
        unsigned long part = length > 0x10000 ? 0x10000 : (unsigned long)length;
        if (!SystemFunction036(data, part))
            return 0;
        data += part;
        length -= part;
    }
    return 1;
}
