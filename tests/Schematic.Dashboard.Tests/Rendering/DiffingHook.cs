using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Schematic.Dashboard.Tests.Rendering;

/// <summary>
/// bUnit was built against AngleSharp.Diffing 1.x, of which only 0.17 can be had everywhere; what it uses of it is in
/// both. The runtime refuses the lower version unless it is asked for by name alone.
/// </summary>
internal static class DiffingHook
{
    private const string Assembly = "AngleSharp.Diffing";

#pragma warning disable CA2255 // A test assembly has no other place that runs before its first test.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == Assembly ? context.LoadFromAssemblyName(new AssemblyName(Assembly)) : null;
}
