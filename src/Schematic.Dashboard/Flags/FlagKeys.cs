using System.Text;

namespace Schematic.Dashboard.Flags;

internal static class FlagKeys
{
    /// <summary>
    /// A key made of a name, as one would write it: "API calls" is <c>api-calls</c>. Empty where the name has no letter
    /// or digit of ASCII.
    /// </summary>
    public static string FromName(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.Trim())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                key.Append(char.ToLowerInvariant(letter));
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }

        return key.ToString().TrimEnd('-');
    }
}
