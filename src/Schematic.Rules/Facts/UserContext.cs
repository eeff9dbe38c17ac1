using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>A user's facts, prepared for checks; see <see cref="CompanyContext"/>.</summary>
public sealed class UserContext
{
    private UserContext(UserFacts facts)
    {
        Id = new IdKey(facts.Id);
        Traits = LookupTables.OfTraits(facts.Traits);
        DerivedRules = LookupTables.Create(facts.DerivedRules);
    }

    public string UserId => Id.Text;

    internal IdKey Id { get; }

    internal KeyTable<IdKey, Trait> Traits { get; }

    internal KeyTable<IdKey, PreparedRules> DerivedRules { get; }

    public static UserContext Prepare(UserFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new UserContext(facts);
    }
}
