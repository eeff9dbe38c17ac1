using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>Look-up by key, as in the address: <c>?lookup=acme.com&amp;lookup_key=domain</c>.</summary>
/// <param name="Name">The key's name; null to try every key and the Schematic id.</param>
public sealed record KeyLookup(string Value, string? Name = null)
{
    private const string ValueParameter = "lookup";
    private const string NameParameter = "lookup_key";

    /// <summary>Null where the address asks for none.</summary>
    public static KeyLookup? Read(UrlReader url) =>
        url.Text(ValueParameter) is { Length: > 0 } value
            ? new(value, url.Text(NameParameter) is { Length: > 0 } name ? name : null)
            : null;

    public static void Write(UrlWriter url, KeyLookup? lookup) =>
        url.Add(ValueParameter, lookup?.Value).Add(NameParameter, lookup?.Name);
}
