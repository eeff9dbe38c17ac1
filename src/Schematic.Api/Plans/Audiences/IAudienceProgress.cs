namespace Schematic.Api.Plans.Audiences;

/// <summary>Tells how far it is until everybody is in the audiences that they match.</summary>
internal interface IAudienceProgress
{
    /// <returns>Null if nobody is left to be looked at.</returns>
    AudienceProgress? ProgressIn(int environmentSeq);
}

/// <summary>Companies that were looked at since an audience changed.</summary>
/// <param name="Total">Number of companies, as of the change.</param>
internal readonly record struct AudienceProgress(long Examined, long Total);
