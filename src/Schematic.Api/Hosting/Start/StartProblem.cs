namespace Schematic.Api.Hosting.Start;

/// <summary>Something that keeps the program from starting.</summary>
/// <param name="Sentence">
/// The setting it is about, what is wrong at which address or path, and what to do next.
/// </param>
/// <param name="InUse">
/// What to say instead to somebody who does not start one, where a server at work is all it may be; otherwise null.
/// </param>
internal sealed record StartProblem(string Sentence, string? InUse = null);
