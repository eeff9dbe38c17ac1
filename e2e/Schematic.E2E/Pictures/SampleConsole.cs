using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Pictures;

/// <summary>A console with the sample data that a new owner may begin with.</summary>
public sealed class SampleConsole : JourneyConsole
{
    protected override ApiServerOptions Options =>
        new() { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } };
}
