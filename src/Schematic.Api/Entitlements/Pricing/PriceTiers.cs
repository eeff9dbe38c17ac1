using Schematic.Api.Http;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>Reads tiers: they follow one another without gaps, and the last one has no end.</summary>
internal static class PriceTiers
{
    /// <param name="field">Path of the list in the request, such as <c>monthly_price_tiers</c>.</param>
    /// <returns>The tiers; otherwise a refusal that names the first member that is wrong.</returns>
    public static IReadOnlyList<PriceTier> Check(IReadOnlyList<PriceTierInput> given, string field)
    {
        if (given.Count == 0)
            throw ApiProblem.BadRequest(
                $"{field} is empty. Give at least one tier, the last one without up_to.",
                field
            );
        var tiers = new List<PriceTier>(given.Count);
        for (var index = 0; index < given.Count; index++)
        {
            var path = FieldPath.Item(field, index);
            CheckEnd(given[index].UpTo, tiers.Count == 0 ? 0 : tiers[^1].UpTo!.Value, index == given.Count - 1, path);
            tiers.Add(Read(given[index], path));
        }

        return tiers;
    }

    private static PriceTier Read(PriceTierInput given, string path) =>
        new(
            MinorUnits.Read(given.FlatAmount, null, FieldPath.Member(path, "flat_amount")) ?? 0,
            MinorUnits.Read(given.PerUnitPrice, given.PerUnitPriceDecimal, FieldPath.Member(path, "per_unit_price"))
                ?? 0,
            given.UpTo
        );

    private static void CheckEnd(long? upTo, long before, bool isLast, string path)
    {
        var name = FieldPath.Member(path, "up_to");
        if (isLast && upTo is not null)
            throw ApiProblem.BadRequest(
                $"{name} must be left out: the last tier has no end. Leave it out, or add a tier after it.",
                name
            );
        if (!isLast && upTo is null)
            throw ApiProblem.BadRequest(
                $"{name} is missing. Only the last tier has no end: give the last unit of this one.",
                name
            );
        if (upTo <= before)
            throw ApiProblem.BadRequest(
                before == 0
                    ? $"{name} must be 1 or more: it is the last unit of the tier."
                    : $"{name} must be greater than {before}, the last unit of the tier before.",
                name
            );
    }
}
