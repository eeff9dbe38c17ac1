using Schematic.Api.Credits;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Search;

namespace Schematic.Api.Search;

/// <summary>Flags, features, plans and credits by id, key or part of a name: thousands at most, no index.</summary>
internal static class CatalogFilter
{
    /// <summary>One query for each kind; what is named exactly comes first in each.</summary>
    /// <param name="isExact">Only what the text names exactly.</param>
    public static IEnumerable<IQueryable<CatalogThing>> Things(SchematicDb db, string text, bool isExact)
    {
        IQueryable<CatalogThing>[] all =
        [
            db.Flags.Select(row => new CatalogThing
            {
                Kind = SearchKind.Flag,
                Id = row.Id,
                Name = row.Name,
                Key = row.Key,
            }),
            db.Features.Select(row => new CatalogThing
            {
                Kind = SearchKind.Feature,
                Id = row.Id,
                Name = row.Name,
                Key = "",
            }),
            db.Plans.Select(row => new CatalogThing
            {
                Kind = SearchKind.Plan,
                Id = row.Id,
                Name = row.Name,
                Key = "",
            }),
            db.CreditTypes.Select(row => new CatalogThing
            {
                Kind = SearchKind.Credit,
                Id = row.Id,
                Name = row.Name,
                Key = "",
            }),
        ];
        return all.Select(things => Narrow(things, text, isExact));
    }

    private static IQueryable<CatalogThing> Narrow(IQueryable<CatalogThing> things, string text, bool isExact)
    {
        var part = TextPart.FromQuery(text)!;
        var found = isExact
            ? things.Where(thing => thing.Id == text || thing.Key == text)
            : things.Where(thing =>
                thing.Id == text || thing.Name.ToLower().Contains(part) || thing.Key.ToLower().Contains(part)
            );
        return found
            .OrderBy(thing => thing.Id == text || thing.Key == text ? 0 : 1)
            .ThenBy(thing => thing.Name.ToLower())
            .ThenBy(thing => thing.Id);
    }
}
