using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Maintenance.Doctor;

internal enum Health
{
    Ok,

    /// <summary>The server runs, and somebody should look at it.</summary>
    Warning,

    /// <summary>The server does not run, or not as it should.</summary>
    Wrong,
}

/// <summary>One line of the doctor.</summary>
/// <param name="Subject">What was looked at, in a word.</param>
/// <param name="Sentence">What was found, and the next step where there is one.</param>
internal sealed record Finding(Health Health, string Subject, string Sentence)
{
    public static Finding Of(string subject, StartProblem problem) =>
        problem.InUse is { } inUse ? new(Health.Ok, subject, inUse) : new(Health.Wrong, subject, problem.Sentence);

    // One line each, whatever an exception of the system says.
    public override string ToString() =>
        $"{Health.ToString().ToLowerInvariant(), -8} {Subject, -12} {string.Join(' ', Sentence.Split('\n', '\r'))}";
}
