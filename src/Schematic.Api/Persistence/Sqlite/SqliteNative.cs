using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// Microsoft.Data.Sqlite 10 is compiled against SQLitePCLRaw.core 2.1, of which only 2.0.6 can be had everywhere. That
/// version has every member it calls but sqlite3_load_extension, so the lower assembly is offered by name alone. The
/// system's SQLite is preferred to the bundled 3.35.5. See docs/adr/0005; remove when SQLitePCLRaw 2.1 restores.
/// </summary>
internal static class SqliteNative
{
    private static int _done;

    /// <summary>
    /// Idempotent. Also to be called by anything that uses SqliteConnection before a type of this assembly.
    /// </summary>
#pragma warning disable CA2255 // The hook must stand before the first type of Microsoft.Data.Sqlite is loaded.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void EnsureLoaded()
    {
        if (Interlocked.Exchange(ref _done, 1) == 1)
            return;
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == "SQLitePCLRaw.core"
                ? context.LoadFromAssemblyName(new AssemblyName("SQLitePCLRaw.core"))
                : null;
        SetProvider();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetProvider()
    {
        var provider = new SQLitePCL.SQLite3Provider_e_sqlite3();
        NativeLibrary.SetDllImportResolver(
            provider.GetType().Assembly,
            static (name, _, _) =>
            {
                if (name != "e_sqlite3")
                    return 0;
                foreach (var candidate in (ReadOnlySpan<string>)["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3"])
                {
                    if (NativeLibrary.TryLoad(candidate, out var handle))
                        return handle;
                }

                return 0;
            }
        );
        SQLitePCL.raw.SetProvider(provider);
    }
}
