using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>Which columns the list of companies shows besides the name.</summary>
internal sealed record CompanyColumns
{
    private const string Parameter = "columns";
    private const string None = "none";

    public static CompanyColumns Default { get; } = new();

    public bool Keys { get; init; } = true;

    public bool Users { get; init; } = true;

    public bool LastSeen { get; init; } = true;

    public bool Created { get; init; } = true;

    public bool Updated { get; init; }

    public bool Id { get; init; }

    /// <summary>Those one can choose, in their order: their name in the address, their title, whether they are shown, and the same without or with them.</summary>
    public IReadOnlyList<(string Name, string Title, bool IsShown, CompanyColumns Toggled)> Choices =>
        [
            ("keys", "Keys", Keys, this with { Keys = !Keys }),
            ("id", "Id", Id, this with { Id = !Id }),
            ("users", "Users", Users, this with { Users = !Users }),
            ("last_seen", "Last seen", LastSeen, this with { LastSeen = !LastSeen }),
            ("created", "Created", Created, this with { Created = !Created }),
            ("updated", "Updated", Updated, this with { Updated = !Updated }),
        ];

    public static CompanyColumns Read(UrlReader url)
    {
        if (url.Text(Parameter) is not { Length: > 0 } text)
            return Default;
        var names = text.Split(',');
        return new()
        {
            Keys = names.Contains("keys"),
            Id = names.Contains("id"),
            Users = names.Contains("users"),
            LastSeen = names.Contains("last_seen"),
            Created = names.Contains("created"),
            Updated = names.Contains("updated"),
        };
    }

    public void Write(UrlWriter url)
    {
        if (this == Default)
            return;
        var names = Choices.Where(static choice => choice.IsShown).Select(static choice => choice.Name).ToList();
        url.Add(Parameter, names.Count == 0 ? None : string.Join(',', names));
    }
}
