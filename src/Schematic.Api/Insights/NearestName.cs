namespace Schematic.Api.Insights;

/// <summary>Finds what a name was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The most similar of the known names; null if none is similar.</summary>
    /// <remarks>
    /// Similar are names that differ in upper and lower case, separators, and at most a third of the letters of the
    /// longer one (Levenshtein's distance).
    /// </remarks>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var plain = Plain(name);
        (string Name, int Distance)? nearest = null;
        foreach (var candidate in known)
        {
            var other = Plain(candidate);
            var most = Math.Max(plain.Length, other.Length) / 3;
            if (Math.Abs(plain.Length - other.Length) > most)
                continue;
            var distance = Distance(plain, other);
            if (distance <= most && (nearest is not { } best || distance < best.Distance))
                nearest = (candidate, distance);
        }

        return nearest?.Name;
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static int Distance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
