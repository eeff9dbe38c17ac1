namespace Schematic.Api.Persistence.Changes;

/// <summary>Holds in memory what the database knows, and is told when that changes.</summary>
internal interface IChangeFollower
{
    /// <summary>
    /// Takes note of changes that are committed. Once the task has ended, nobody is given what was before them; those
    /// who made the changes are answered only then.
    /// </summary>
    Task FollowAsync(ChangeSet changes);
}
