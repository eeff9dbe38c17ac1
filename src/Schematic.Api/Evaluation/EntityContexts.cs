using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Api.Entities;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Facts of companies and users that checks need, held in memory under the keys they were asked for with: bounded,
/// and forgotten when they change. Where other instances may write, nothing is believed for longer than they may take
/// to notice.
/// </summary>
internal sealed class EntityContexts : IDisposable
{
    private const int Capacity = 100_000;
    private const int Stripes = 4096;
    private static readonly TimeSpan BelievedFromOthers = TimeSpan.FromMilliseconds(800);

    private readonly IDatabase _database;
    private readonly ChangeFeed _changes;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });

    // When entities of a stripe were last changed, counted in commits: what was read before that is not kept.
    private readonly long[] _changed = new long[Stripes];
    private long _commits;
    private long _everythingChanged;

    public EntityContexts(IDatabase database, ChangeFeed changes)
    {
        (_database, _changes) = (database, changes);
        changes.Changed += Note;
    }

    /// <summary>
    /// The company or user that the keys name; null where there is none, or where <paramref name="keys"/> name nobody.
    /// </summary>
    /// <exception cref="ApiException">400: keys name different ones, or are no keys.</exception>
    public ValueTask<CachedEntity?> FindAsync(
        int environmentSeq,
        EntityType entityType,
        IReadOnlyDictionary<string, string>? keys,
        CancellationToken cancellationToken
    )
    {
        if (keys is null || keys.Count == 0)
            return ValueTask.FromResult<CachedEntity?>(null);
        var name = new CacheKey(environmentSeq, entityType, Text(keys));
        return _cache.TryGetValue(name, out CachedEntity? known) && IsFresh(known!)
            ? ValueTask.FromResult<CachedEntity?>(known)
            : new ValueTask<CachedEntity?>(LoadAsync(name, keys, cancellationToken));
    }

    public void Dispose()
    {
        _changes.Changed -= Note;
        _cache.Dispose();
    }

    private async Task<CachedEntity?> LoadAsync(
        CacheKey name,
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        var readAt = Interlocked.Read(ref _commits);
        await using var db = _database.Open(name.EnvironmentSeq);
        var field = EntityKeys.Noun(name.EntityType);
        EntityDetail? detail;
        try
        {
            detail = await EntityLookup.FindAsync(
                db,
                EntityReference.FromKeys(name.EntityType, keys, field: field),
                cancellationToken
            );
        }
        catch (ApiException refusal) when (refusal.Status == StatusCodes.Status409Conflict)
        {
            // A check changes nothing that could conflict: its keys are wrong.
            throw ApiProblem.BadRequest(refusal.Message, field);
        }

        // Who is not there is not remembered: they may be created the next moment.
        if (detail is null)
            return null;
        var known = new CachedEntity(readAt, detail);
        if (IsFresh(known))
        {
            using var entry = _cache.CreateEntry(name);
            entry.Value = known;
            entry.Size = 1;
            if (_database.IsShared)
                entry.AbsoluteExpirationRelativeToNow = BelievedFromOthers;
        }

        return known;
    }

    private bool IsFresh(CachedEntity known) =>
        known.ReadAt >= Interlocked.Read(ref _changed[known.Seq % Stripes])
        && known.ReadAt >= Interlocked.Read(ref _everythingChanged);

    private void Note(CommittedChanges changes)
    {
        if (changes.Entities.Count == 0 && !changes.EveryEntity)
            return;
        var commit = Interlocked.Increment(ref _commits);
        foreach (var seq in changes.Entities)
            Interlocked.Exchange(ref _changed[seq % Stripes], commit);
        if (changes.EveryEntity)
            Interlocked.Exchange(ref _everythingChanged, commit);
    }

    // Lengths make it unambiguous, whatever is in names and values.
    private static string Text(IReadOnlyDictionary<string, string> keys)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in keys.OrderBy(static key => key.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value};");
        return text.ToString();
    }

    private sealed record CacheKey(int EnvironmentSeq, EntityType EntityType, string Keys);
}

/// <summary>A company or user, ready for checks.</summary>
internal sealed class CachedEntity
{
    /// <param name="readAt">The last commit that was noted before the entity was read.</param>
    public CachedEntity(long readAt, EntityDetail detail)
    {
        (ReadAt, Seq, Id, Name) = (readAt, detail.Seq, detail.Id, detail.Name);
        var traits = Facts(detail);
        if (detail.EntityType == EntityType.Company)
            Company = CompanyContext.Prepare(new CompanyFacts { Id = detail.Id, Traits = traits });
        else
            User = UserContext.Prepare(new UserFacts { Id = detail.Id, Traits = traits });
    }

    public long ReadAt { get; }

    public long Seq { get; }

    public string Id { get; }

    public string Name { get; }

    /// <summary>Facts of the company; null if the entity is a user.</summary>
    public CompanyContext? Company { get; }

    /// <summary>Facts of the user; null if the entity is a company.</summary>
    public UserContext? User { get; }

    public static IReadOnlyList<TraitFact> Facts(EntityDetail detail) =>
        [
            .. detail.Traits.Values.Select(static trait => new TraitFact(
                trait.Definition.Id,
                FlagPreparation.Kind(trait.Definition.TraitType),
                trait.Value
            )),
        ];
}
