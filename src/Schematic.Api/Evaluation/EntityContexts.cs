using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Facts of companies and users that checks need, held in memory under the keys they were asked for with, until they
/// change. Those not asked for the longest go when they are too many bytes.
/// </summary>
internal sealed class EntityContexts : IChangeFollower, IUsageFollower, IDisposable
{
    private const int Stripes = 4096;

    private readonly IDatabase _database;
    private readonly MemoryCache _cache;

    // Those in the cache, under whatever keys, for a change to find them.
    private readonly ConcurrentDictionary<long, CachedEntity> _entities = new();

    // When entities of a stripe were last changed, counted in sets of changes: what was read before that is not kept.
    private readonly long[] _changed = new long[Stripes];
    private long _changes;
    private long _everythingChanged;

    public EntityContexts(IDatabase database, ChangeFeed feed, CheckOptions options)
    {
        _database = database;
        _cache = new MemoryCache(
            new MemoryCacheOptions { SizeLimit = options.ContextMegabytes * 1024L * 1024, TrackStatistics = true }
        );
        feed.Follow(this);
    }

    /// <summary>
    /// Up to where changes were followed; see <see cref="Keep(int, IReadOnlyDictionary{string, string}, EntityDetail,
    /// long)"/>.
    /// </summary>
    public long Position => Interlocked.Read(ref _changes);

    /// <summary>Estimated size of all that is held, in bytes.</summary>
    public long Bytes => _cache.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

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
        var name = CacheKey.Of(environmentSeq, entityType, keys);
        return FindKnown(name) is { } known
            ? ValueTask.FromResult<CachedEntity?>(known)
            : new ValueTask<CachedEntity?>(LoadAsync(name, keys, cancellationToken));
    }

    /// <summary>The company or user that the keys name, if it is in memory; null says nothing.</summary>
    public CachedEntity? FindKnown(
        int environmentSeq,
        EntityType entityType,
        IReadOnlyDictionary<string, string> keys
    ) => FindKnown(CacheKey.Of(environmentSeq, entityType, keys));

    /// <summary>Keeps what others have found by its keys, and stored.</summary>
    /// <param name="readAt"><see cref="Position"/> before it was read.</param>
    public void Keep(int environmentSeq, IReadOnlyDictionary<string, string> keys, EntityDetail found, long readAt) =>
        Keep(CacheKey.Of(environmentSeq, found.EntityType, keys), new CachedEntity(readAt, found));

    /// <summary>Adds what this process has just counted, before anyone is told that it is.</summary>
    public void NoteUsage(int environmentSeq, IReadOnlyCollection<UsageChange> changes)
    {
        foreach (var change in changes)
        {
            if (_entities.TryGetValue(change.CompanySeq, out var company))
                company.AddUsage(change);
        }
    }

    public Task FollowAsync(ChangeSet changes)
    {
        var count = Interlocked.Increment(ref _changes);
        // How a trait's values compare is part of every company and user that has it.
        if (changes.Has(ChangeKind.TraitDefinition))
            Raise(ref _everythingChanged, count);
        foreach (var change in changes.Changes)
        {
            if (change.Kind == ChangeKind.Usage && _entities.TryGetValue(change.SubjectSeq, out var counted))
                counted.MarkUsageStale();
            if (change.Kind == ChangeKind.Credits && _entities.TryGetValue(change.SubjectSeq, out var paid))
                paid.MarkCreditsStale();
            if (change.Kind != ChangeKind.Entity)
                continue;
            Raise(ref _changed[change.SubjectSeq % Stripes], count);
            if (_entities.TryRemove(change.SubjectSeq, out var entity))
                entity.Outdate();
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _cache.Dispose();

    private CachedEntity? FindKnown(CacheKey name) =>
        _cache.TryGetValue(name, out CachedEntity? known) && IsFresh(known!) ? known : null;

    private async Task<CachedEntity?> LoadAsync(
        CacheKey name,
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        var readAt = Interlocked.Read(ref _changes);
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
        return detail is null ? null : Keep(name, new CachedEntity(readAt, detail));
    }

    private CachedEntity Keep(CacheKey name, CachedEntity read)
    {
        while (true)
        {
            var kept = _entities.AddOrUpdate(
                read.Seq,
                static (_, read) => read,
                (_, known, read) => IsFresh(known) ? known : read,
                read
            );
            // Before it was to be found here, no change could outdate it.
            if (Interlocked.Read(ref _changed[kept.Seq % Stripes]) > kept.ReadAt)
            {
                kept.Outdate();
                _entities.TryRemove(new(kept.Seq, kept));
                return read;
            }

            if (kept.TryAddName())
            {
                Cache(name, kept);
                return kept;
            }

            // It has just been evicted under its last name.
            _entities.TryRemove(new(kept.Seq, kept));
        }
    }

    private void Cache(CacheKey name, CachedEntity kept)
    {
        using var entry = _cache.CreateEntry(name);
        entry.Value = kept;
        entry.Size = kept.Bytes + name.Bytes;
        entry.RegisterPostEvictionCallback(
            (_, value, _, _) =>
            {
                var gone = (CachedEntity)value!;
                if (gone.RemoveName())
                    _entities.TryRemove(new(gone.Seq, gone));
            }
        );
    }

    private bool IsFresh(CachedEntity known) =>
        !known.IsOutdated && known.ReadAt >= Interlocked.Read(ref _everythingChanged);

    // Two sets may be followed at once: the earlier must not hide the later.
    private static void Raise(ref long last, long count)
    {
        for (var seen = Interlocked.Read(ref last); seen < count; )
        {
            var before = Interlocked.CompareExchange(ref last, count, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    // Lengths make it unambiguous, whatever is in names and values.
    private static string Text(IReadOnlyDictionary<string, string> keys)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in keys.OrderBy(static key => key.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value};");
        return text.ToString();
    }

    private sealed record CacheKey(int EnvironmentSeq, EntityType EntityType, string Keys)
    {
        public int Bytes => 64 + (sizeof(char) * Keys.Length);

        public static CacheKey Of(
            int environmentSeq,
            EntityType entityType,
            IReadOnlyDictionary<string, string> keys
        ) => new(environmentSeq, entityType, Text(keys));
    }
}
