using System.Text.Json;

namespace Schematic.Api.Http.Binding;

/// <summary>Text that one database stores and the other refuses is refused before either sees it.</summary>
internal static class TextSafety
{
    /// <summary>The longest text the server takes where the specification names no limit.</summary>
    public const int MaxLength = 4096;

    /// <returns>
    /// <paramref name="text"/> itself, once it is known to hold no NUL and no half of a surrogate pair.
    /// </returns>
    /// <param name="where">The beginning of the sentence that refuses it.</param>
    /// <param name="field">The member that holds it; see <see cref="FieldPath"/>.</param>
    public static string Check(string text, string where, string? field = null)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw ApiProblem.BadRequest(
                $"{where} holds the NUL character, which cannot be stored. Leave it out.",
                field
            );
        if (HasLoneSurrogate(text))
            throw ApiProblem.BadRequest(
                $"{where} holds text that is not valid Unicode (half of a surrogate pair).",
                field
            );
        return text;
    }

    /// <summary>Whether the string can be read at all: half of a surrogate pair, escaped, cannot.</summary>
    public static bool IsSafe(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
