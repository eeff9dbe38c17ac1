using Schematic.Contracts.Flags;

namespace Schematic.Api.Evaluation;

/// <summary>A verdict as it is sent, but for the ids of whom it is about.</summary>
/// <param name="text">What others may share.</param>
/// <param name="figures">What they may not.</param>
internal readonly struct SerializedVerdict(VerdictText text, in EntitlementFigures figures)
{
    private readonly long _allocation = figures.Allocation ?? 0;
    private readonly long _usage = figures.Usage ?? 0;

    public static SerializedVerdict FromVerdict(CheckFlagResponseData verdict) =>
        new(
            VerdictText.FromVerdict(verdict),
            new EntitlementFigures(verdict.FeatureAllocation, verdict.FeatureUsage, null, null)
        );

    /// <summary>Length in bytes, without the ids.</summary>
    public int Length => text.LengthWith(_allocation, _usage);

    /// <summary>Writes to the beginning of <paramref name="output"/>.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="company">The company's id in JSON, or null.</param>
    /// <param name="user">The user's id in JSON, or null.</param>
    /// <returns>What is left of <paramref name="output"/>.</returns>
    public Span<byte> Write(Span<byte> output, ReadOnlySpan<byte> company, ReadOnlySpan<byte> user) =>
        text.Write(output, company, user, _allocation, _usage);
}
