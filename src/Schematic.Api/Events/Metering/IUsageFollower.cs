namespace Schematic.Api.Events.Metering;

/// <summary>Is told what this process has counted; what others count comes with the feed of changes.</summary>
internal interface IUsageFollower
{
    /// <summary>Takes note; must return at once.</summary>
    void NoteUsage(int environmentSeq, IReadOnlyCollection<UsageChange> changes);
}
