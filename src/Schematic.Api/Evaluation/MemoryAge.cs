using Schematic.Api.Persistence;

namespace Schematic.Api.Evaluation;

/// <summary>
/// How old what is in memory may be: checks go on without the database, for a while. See docs/adr/0028.
/// </summary>
internal sealed class MemoryAge(IDatabase database, CheckOptions options, TimeProvider time)
{
    /// <summary>Null while the database can be reached, when nothing is older than a second.</summary>
    /// <exception cref="LostDatabaseException">Nobody should go by it any more.</exception>
    public TimeSpan? Require()
    {
        var age = time.GetUtcNow() - database.LostSince;
        return age > TimeSpan.FromMinutes(options.MinutesWithoutDatabase) ? throw new LostDatabaseException() : age;
    }
}
