using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entities;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>A company or user, ready for checks.</summary>
internal sealed class CachedEntity
{
    // Measured: what one without traits and one more trait take, with the entry of the cache.
    private const int BytesOfItself = 900;
    private const int BytesOfTrait = 270;

    // Value of _names once the last is gone.
    private const int Gone = -1;

    private volatile bool _isOutdated;
    private volatile CompanyUsage? _usage;
    private volatile CompanyCredits? _credits;
    private volatile CompanyGrants? _grants;
    private volatile PlannedCompany? _planned;
    private long _usageChanges;
    private long _creditChanges;
    private int _names;

    /// <param name="readAt">The last set of changes that was followed before the entity was read.</param>
    public CachedEntity(long readAt, EntityDetail detail)
    {
        (ReadAt, Seq, Id, Name) = (readAt, detail.Seq, detail.Id, detail.Name);
        var traits = Facts(detail);
        Bytes = BytesOfItself + traits.Sum(static trait => BytesOfTrait + (sizeof(char) * trait.Value.Length));
        if (detail.EntityType == EntityType.Company)
            Company = CompanyContext.Prepare(new CompanyFacts { Id = detail.Id, Traits = traits });
        else
            User = UserContext.Prepare(new UserFacts { Id = detail.Id, Traits = traits });
    }

    public long ReadAt { get; }

    public long Seq { get; }

    public string Id { get; }

    public string Name { get; }

    /// <summary>Estimated size.</summary>
    public int Bytes { get; }

    /// <summary>True if it has changed since it was read.</summary>
    public bool IsOutdated => _isOutdated;

    /// <summary>Facts of the company; null if the entity is a user.</summary>
    public CompanyContext? Company { get; }

    /// <summary>Facts of the user; null if the entity is a company.</summary>
    public UserContext? User { get; }

    /// <summary>Plans and overrides of the company; null until a check asks for them.</summary>
    public CompanyGrants? Grants
    {
        get => _grants;
        set => _grants = value;
    }

    /// <summary>The company with what it may use; null until a check asks for it.</summary>
    public PlannedCompany? Planned
    {
        get => _planned;
        set => _planned = value;
    }

    /// <summary>Counters of the company; null until a check asks for them.</summary>
    public CompanyUsage? Usage => _usage;

    /// <summary>Credits of the company; null until a check asks for them.</summary>
    public CompanyCredits? Credits => _credits;

    /// <summary>How often its credits moved.</summary>
    public long CreditChanges => Interlocked.Read(ref _creditChanges);

    /// <summary>How often something was added to the counters, whether they are here or not.</summary>
    public long UsageChanges => Interlocked.Read(ref _usageChanges);

    public void Outdate() => _isOutdated = true;

    /// <summary>Keeps counters, unless something was added since they began to be read.</summary>
    /// <param name="changes"><see cref="UsageChanges"/> before they were read.</param>
    public void Keep(CompanyUsage usage, long changes)
    {
        _usage = usage;
        if (UsageChanges != changes)
            _usage = null;
    }

    /// <summary>Keeps credits; as stale ones, if they moved since they began to be read.</summary>
    /// <param name="changes"><see cref="CreditChanges"/> before they were read.</param>
    public void Keep(CompanyCredits credits, long changes)
    {
        _credits = credits;
        if (CreditChanges != changes)
            credits.MarkStale();
    }

    /// <summary>Notes that its credits have moved.</summary>
    public void MarkCreditsStale()
    {
        Interlocked.Increment(ref _creditChanges);
        _credits?.MarkStale();
    }

    /// <summary>Notes that another instance has counted something.</summary>
    public void MarkUsageStale()
    {
        Interlocked.Increment(ref _usageChanges);
        _usage?.MarkStale();
    }

    public void AddUsage(UsageChange change)
    {
        Interlocked.Increment(ref _usageChanges);
        _usage?.Add(change);
    }

    /// <summary>Notes that it is kept under one more name.</summary>
    /// <returns>False if it has lost its last name, and is about to go.</returns>
    public bool TryAddName()
    {
        while (true)
        {
            var names = Volatile.Read(ref _names);
            if (names == Gone)
                return false;
            if (Interlocked.CompareExchange(ref _names, names + 1, names) == names)
                return true;
        }
    }

    /// <summary>Notes that it is kept under one name less.</summary>
    /// <returns>True if that was the last.</returns>
    public bool RemoveName() =>
        Interlocked.Decrement(ref _names) == 0 && Interlocked.CompareExchange(ref _names, Gone, 0) == 0;

    public static IReadOnlyList<TraitFact> Facts(EntityDetail detail) =>
        [
            .. detail.Traits.Values.Select(static trait => new TraitFact(
                // Definitions are few, and every company has their ids.
                string.Intern(trait.Definition.Id),
                FlagPreparation.Kind(trait.Definition.TraitType),
                trait.Value
            )),
        ];
}
