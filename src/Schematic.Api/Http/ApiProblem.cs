using Schematic.Api.Http.Binding;

namespace Schematic.Api.Http;

/// <summary>Makes refusals: <c>throw ApiProblem.NotFound(…)</c>.</summary>
internal static class ApiProblem
{
    /// <param name="field">The refused member; see <see cref="FieldPath"/>.</param>
    public static ApiException BadRequest(string sentence, string? field = null) =>
        About(field, new(StatusCodes.Status400BadRequest, sentence));

    public static ApiException Unauthorized(string sentence) => new(StatusCodes.Status401Unauthorized, sentence);

    public static ApiException Forbidden(string sentence) => new(StatusCodes.Status403Forbidden, sentence);

    /// <param name="field">The member whose value is taken; see <see cref="FieldPath"/>.</param>
    public static ApiException Conflict(string sentence, string? field = null) =>
        About(field, new(StatusCodes.Status409Conflict, sentence));

    /// <param name="current">The resource that was to be changed, as a read of it would answer.</param>
    public static ApiException Stale(string sentence, WithETag<object> current) =>
        new(StatusCodes.Status412PreconditionFailed, sentence) { Current = current };

    /// <param name="what">Who does what too often, as the beginning of a sentence.</param>
    public static ApiException TooManyRequests(string what, TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, $"{what}. Wait {RetryAfter.Seconds(wait)} s and try again.")
        {
            RetryAfter = wait,
        };

    /// <param name="what">What is too much, as the beginning of a sentence.</param>
    public static ApiException Overloaded(string what, TimeSpan wait) =>
        new(StatusCodes.Status503ServiceUnavailable, $"{what}. Wait {RetryAfter.Seconds(wait)} s and try again.")
        {
            RetryAfter = wait,
        };

    /// <param name="what">The resource as a person calls it, like "company".</param>
    public static ApiException NotFound(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"There is no {what} \"{Shorten(id)}\" in this environment.");

    /// <summary>For a resource that all environments of the account share.</summary>
    public static ApiException NotFoundInAccount(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"There is no {what} \"{Shorten(id)}\".");

    public static ApiException NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    /// <summary>Input quoted in a sentence: enough to recognise it.</summary>
    public static string Shorten(string text) => TextLength.IsOver(text, 80) ? $"{TextLength.Cut(text, 79)}…" : text;

    private static ApiException About(string? field, ApiException refusal) =>
        field is null ? refusal : refusal.About(field);
}
