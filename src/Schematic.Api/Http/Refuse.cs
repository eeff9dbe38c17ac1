using Schematic.Api.Http.Binding;

namespace Schematic.Api.Http;

/// <summary>Makes refusals: <c>throw Refuse.NotFound(…)</c>.</summary>
internal static class Refuse
{
    public static RefusalException BadRequest(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    public static RefusalException Unauthorized(string sentence) => new(StatusCodes.Status401Unauthorized, sentence);

    public static RefusalException Forbidden(string sentence) => new(StatusCodes.Status403Forbidden, sentence);

    public static RefusalException Conflict(string sentence) => new(StatusCodes.Status409Conflict, sentence);

    /// <param name="current">The resource that was to be changed, as a read of it would answer.</param>
    public static RefusalException Stale(string sentence, Tagged<object> current) => new(StatusCodes.Status412PreconditionFailed, sentence) { Current = current };

    /// <param name="what">Who does what too often, as the beginning of a sentence.</param>
    public static RefusalException TooManyRequests(string what, TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, $"{what}. Wait {RetryAfter.Seconds(wait)} s and try again.") { RetryAfter = wait };

    /// <param name="what">The resource as a person calls it, like "company".</param>
    public static RefusalException NotFound(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"There is no {what} \"{Shorten(id)}\" in this environment.");

    public static RefusalException NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    /// <summary>Input quoted in a sentence: enough to recognise it.</summary>
    public static string Shorten(string text) => TextLength.IsOver(text, 80) ? $"{TextLength.Cut(text, 79)}…" : text;
}
