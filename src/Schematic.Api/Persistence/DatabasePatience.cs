namespace Schematic.Api.Persistence;

/// <summary>How long the database is waited for.</summary>
/// <param name="AnswerWithin">Seconds within which every caller has an answer, if only a refusal.</param>
internal sealed record DatabasePatience(int AnswerWithin = 3)
{
    public static readonly DatabasePatience Default = new();

    /// <summary>How long a request may work on its answer; the rest is for refusing it.</summary>
    public TimeSpan WorkWithin => 0.75 * TimeSpan.FromSeconds(AnswerWithin);

    /// <summary>How long the database may be silent before it counts as lost.</summary>
    public TimeSpan LongestSilence => 0.5 * TimeSpan.FromSeconds(AnswerWithin);
}
