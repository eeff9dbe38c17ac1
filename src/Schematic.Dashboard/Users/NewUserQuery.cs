using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>
/// Initial values of the page that creates a user: the key that was looked for in vain, a company to belong to.
/// </summary>
internal sealed record NewUserQuery : IUrlQuery<NewUserQuery>
{
    private const string Company = "company";

    public NewEntityQuery Entity { get; init; } = new();

    /// <summary>Empty for none.</summary>
    public string CompanyId { get; init; } = "";

    public static NewUserQuery FromUri(UrlReader url) =>
        new() { Entity = NewEntityQuery.FromUri(url), CompanyId = url.Text(Company) };

    public string ToUri()
    {
        var entity = Entity.ToUri();
        var company = new UrlWriter().Add(Company, CompanyId).ToString();
        return entity.Length == 0 ? company
            : company.Length == 0 ? entity
            : $"{entity}&{company[1..]}";
    }
}
