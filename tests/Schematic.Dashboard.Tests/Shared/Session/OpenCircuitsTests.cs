using Microsoft.Extensions.Options;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class OpenCircuitsTests
{
    private readonly OpenCircuits _circuits = new(
        Options.Create(new NetworkOptions { CircuitsPerMember = 2, CircuitsPerAddress = 3 })
    );

    [Fact]
    public void A_member_may_have_so_many_pages_open_and_another_when_one_is_closed()
    {
        using var first = Open("ada", "203.0.113.1");
        var second = Open("ada", "203.0.113.2");
        Assert.NotNull(second);

        Assert.Null(Open("ada", "203.0.113.3"));
        Assert.NotNull(Open("bob", "203.0.113.3"));
        second.Dispose();
        second.Dispose();

        Assert.NotNull(Open("ada", "203.0.113.3"));
    }

    [Fact]
    public void An_address_may_have_so_many_whoever_opens_them()
    {
        foreach (var member in (string[])["ada", "bob", "cyd"])
            Assert.NotNull(Open(member, "203.0.113.1"));

        Assert.Null(Open("dan", "203.0.113.1"));
        Assert.NotNull(Open("dan", "203.0.113.2"));
    }

    [Fact]
    public void All_pages_of_a_session_are_ended_and_no_others()
    {
        List<string> ended = [];
        Open("ada", "203.0.113.1", () => ended.Add("one"));
        Open("ada", "203.0.113.2", () => ended.Add("two"));
        Open("bob", "203.0.113.1", () => ended.Add("bob's"));

        Assert.Equal("ada", _circuits.End(OpenCircuits.Hash("token of ada"))?.Id);
        Assert.Null(_circuits.End(OpenCircuits.Hash("nobody's token")));

        Assert.Equal(["one", "two"], ended.Order());
        Assert.Equal(2, _circuits.Sessions().Count);
    }

    private IDisposable? Open(string member, string address, Action? end = null) =>
        _circuits.TryOpen(
            new SignedInMember(member, $"{member}@example.com", member, $"token of {member}"),
            address,
            end ?? (static () => { })
        );
}
