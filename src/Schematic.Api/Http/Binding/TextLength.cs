namespace Schematic.Api.Http.Binding;

/// <summary>Lengths as the specification means them, in Unicode code points, where .NET counts UTF-16 units.</summary>
internal static class TextLength
{
    public static bool IsOver(string text, int max) => text.Length > max && text.Length - Pairs(text) > max;

    /// <summary>The first <paramref name="max"/> code points of <paramref name="text"/>, or all of it.</summary>
    public static string Cut(string text, int max)
    {
        if (!IsOver(text, max))
            return text;
        var end = 0;
        for (var count = 0; count < max; count++)
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text[..end];
    }

    private static int Pairs(string text)
    {
        var pairs = 0;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
                pairs++;
        }

        return pairs;
    }
}
