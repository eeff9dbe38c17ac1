using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>Reads a query string by name, forgivingly: what is missing or makes no sense is the default.</summary>
public sealed class UrlReader
{
    private readonly Dictionary<string, StringValues> _values;

    /// <param name="uri">Absolute, or from the path, or only the query.</param>
    public UrlReader(string uri)
    {
        var address = uri.Split('#', 2)[0];
        var start = address.IndexOf('?', StringComparison.Ordinal);
        _values = QueryHelpers.ParseQuery(start < 0 ? "" : address[start..]);
    }

    public string Text(string name) => _values.TryGetValue(name, out var values) ? values[0] ?? "" : "";

    public IReadOnlyList<string> Texts(string name) =>
        _values.TryGetValue(name, out var values)
            ? [.. values.OfType<string>().Where(static value => value.Length > 0)]
            : [];

    public int Number(string name, int otherwise, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= minimum
        && value <= maximum
            ? value
            : otherwise;

    /// <summary>An enum by its wire name; null where absent or unknown.</summary>
    public T? Enum<T>(string name)
        where T : struct, Enum => WireEnum<T>.TryParse(Text(name), out var value) ? value : null;

    public bool Flag(string name) => Text(name) is "true" or "1";
}
