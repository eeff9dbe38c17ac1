namespace Schematic.Dashboard.Entities;

/// <summary>A key as it is typed into a search: <c>domain=acme.com</c>.</summary>
internal static class KeyText
{
    /// <summary>Returns the name and the value; null if the text has another form.</summary>
    public static (string Name, string Value)? Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && sign < text.Length - 1
            ? (text[..sign], text[(sign + 1)..])
            : null;
}
