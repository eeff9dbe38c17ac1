namespace Schematic.Api.Plans.Migration;

/// <summary>
/// A move of all companies of some versions that is under way. Whoever asks what a company may use takes it for moved
/// already: a hundred thousand rows take seconds to change, and nobody should see half of a new version.
/// </summary>
/// <param name="From">Seqs of the versions that companies leave.</param>
/// <param name="To">Seq of the version that they go to.</param>
/// <param name="Staying">Seqs of the companies that stay.</param>
internal sealed record PlanMove(IReadOnlySet<int> From, int To, IReadOnlySet<long> Staying)
{
    /// <summary>The version that a company counts as being on.</summary>
    public int Of(long companySeq, int versionSeq) =>
        From.Contains(versionSeq) && !Staying.Contains(companySeq) ? To : versionSeq;
}
