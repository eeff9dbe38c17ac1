using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>Which columns the list of users shows besides the name.</summary>
internal sealed record UserColumns
{
    private const string Parameter = "columns";
    private const string None = "none";

    public static UserColumns Default { get; } = new();

    public bool Keys { get; init; } = true;

    public bool Id { get; init; }

    public bool Companies { get; init; } = true;

    public bool LastSeen { get; init; } = true;

    public bool Created { get; init; } = true;

    public bool Updated { get; init; }

    /// <summary>Those one can choose, in their order: their name in the address, their title, whether they are shown, and the same without or with them.</summary>
    public IReadOnlyList<(string Name, string Title, bool IsShown, UserColumns Toggled)> Choices =>
        [
            ("keys", "Keys", Keys, this with { Keys = !Keys }),
            ("id", "Id", Id, this with { Id = !Id }),
            ("companies", "Companies", Companies, this with { Companies = !Companies }),
            ("last_seen", "Last seen", LastSeen, this with { LastSeen = !LastSeen }),
            ("created", "Created", Created, this with { Created = !Created }),
            ("updated", "Updated", Updated, this with { Updated = !Updated }),
        ];

    public static UserColumns Read(UrlReader url)
    {
        if (url.Text(Parameter) is not { Length: > 0 } text)
            return Default;
        var names = text.Split(',');
        return new()
        {
            Keys = names.Contains("keys"),
            Id = names.Contains("id"),
            Companies = names.Contains("companies"),
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
