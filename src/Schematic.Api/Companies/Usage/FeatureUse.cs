using Schematic.Api.Entitlements;

namespace Schematic.Api.Companies.Usage;

/// <summary>A feature that a company may use, or is denied by a boolean value.</summary>
/// <param name="Entitlement">Has something that counts.</param>
internal sealed record FeatureUse(CompanyStanding Company, CompanyEntitlement Entitlement)
{
    public GrantedFeature Granted => Entitlement.Granted!;

    public static IEnumerable<FeatureUse> Of(CompanyStanding company) =>
        company
            .Entitlements.Features.Where(static one => one.Granted is not null)
            .Select(one => new FeatureUse(company, one));
}
