using System.Globalization;

namespace Schematic.E2E.Endurance;

/// <summary>What this process holds after everything that could be collected has been.</summary>
/// <param name="DynamicAssemblies">
/// Assemblies emitted at run time. A file is loaded once, however often it is asked for; these may be emitted again and
/// again.
/// </param>
/// <param name="ManagedBytes">Objects that are still referred to.</param>
/// <param name="ResidentBytes">Physical memory, inside and outside the managed heap.</param>
internal readonly record struct Footprint(int DynamicAssemblies, long ManagedBytes, long ResidentBytes)
{
    public static Footprint Measure()
    {
        // Twice: what a finalizer lets go of in the first is collected in the second.
        for (var pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var dynamic = AppDomain.CurrentDomain.GetAssemblies().Count(static assembly => assembly.IsDynamic);
        return new Footprint(dynamic, GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DynamicAssemblies} dynamic assemblies, {ManagedBytes / 1e6:0.0} MB of objects, "
                + $"{ResidentBytes / 1e6:0.0} MB resident"
        );
}
