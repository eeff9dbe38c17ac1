using System.Globalization;
using System.Text;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>Writes a query string, leaving out what is default.</summary>
public sealed class UrlWriter
{
    private readonly StringBuilder _text = new();

    public UrlWriter Add(string name, string? value, string otherwise = "")
    {
        if (value is not null && value != otherwise)
            Append(name, value);
        return this;
    }

    public UrlWriter Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Append(name, value);
        return this;
    }

    public UrlWriter Add(string name, int value, int otherwise)
    {
        if (value != otherwise)
            Append(name, value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public UrlWriter Add(string name, bool value)
    {
        if (value)
            Append(name, "true");
        return this;
    }

    public UrlWriter Add<T>(string name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            Append(name, WireEnum<T>.ToWire(known));
        return this;
    }

    public override string ToString() => _text.ToString();

    // Percent-encoding throughout ("+" as %2B, space as %20): it reads back the same whether or not a reader takes "+"
    // for a space.
    private void Append(string name, string value) =>
        _text
            .Append(_text.Length == 0 ? '?' : '&')
            .Append(Uri.EscapeDataString(name))
            .Append('=')
            .Append(Uri.EscapeDataString(value));
}
