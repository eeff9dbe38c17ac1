using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Tests.Entities;

public sealed class EntityWorkingSetTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly EntityWorkingSet _set = new(new DefinitionSet(Now), [7, 8, 9], Now);

    [Fact]
    public void A_change_sees_what_the_one_before_it_created()
    {
        var created = _set.Apply(Change(("domain", "acme.example")));

        var updated = _set.Apply(Change(("domain", "acme.example"), ("crm", "42")) with { Name = "Acme" });

        Assert.Equal(7, created.Seq);
        Assert.Equal((created.Id, created.Seq, "Acme"), (updated.Id, updated.Seq, updated.Name));
        Assert.Same(updated, Assert.Single(_set.Entities));
    }

    [Fact]
    public void What_a_change_left_stays_as_it_was_answered()
    {
        var first = _set.Apply(Change(("domain", "acme.example")) with { Traits = [TraitChange.Set(["plan"], "a")] });

        _set.Apply(Change(("domain", "acme.example")) with { Traits = [TraitChange.Set(["plan"], "b")] });

        Assert.Equal("a", Assert.Single(first.Traits.Values).Value);
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var created = _set.Apply(Change(("domain", "acme.example")) with { Traits = [TraitChange.Set(["plan"], "a")] });

        var refusal = Assert.Throws<ApiException>(() =>
            _set.Apply(
                Change(("domain", "acme.example")) with
                {
                    Name = "Other",
                    RemoveKeys = ["domain"],
                    Traits = [TraitChange.Set(["plan"], "b")],
                }
            )
        );

        Assert.Equal("remove_keys", refusal.Field);
        Assert.Same(created, Assert.Single(_set.Entities));
        Assert.Equal(("acme.example", "a"), (created.Keys["domain"].Value, created.Traits.Values.Single().Value));
    }

    [Fact]
    public void A_key_that_one_gave_up_can_go_to_another()
    {
        var first = _set.Apply(Change(("domain", "acme.example"), ("crm", "1")));
        _set.Apply(Change(("crm", "1"), ("domain", "acme.example")) with { RemoveKeys = ["domain"] });

        var second = _set.Apply(Change(("domain", "acme.example")));

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second, _set.Apply(Change(("domain", "acme.example")) with { GetOrCreate = true }));
    }

    [Fact]
    public void Keys_of_two_name_neither()
    {
        _set.Apply(Change(("domain", "acme.example")));
        _set.Apply(Change(("crm", "42")));

        var refusal = Assert.Throws<ApiException>(() => _set.Apply(Change(("domain", "acme.example"), ("crm", "42"))));

        Assert.Equal(409, refusal.Status);
    }

    [Fact]
    public void One_that_is_only_to_be_there_is_left_as_it_is()
    {
        var stored = _set.Apply(Change(("domain", "acme.example")) with { Name = "Acme" });

        var found = _set.Apply(Change(("domain", "acme.example"), ("crm", "42")) with { GetOrCreate = true });

        Assert.Same(stored, found);
        Assert.Equal(8, _set.Apply(Change(("domain", "other.example")) with { GetOrCreate = true }).Seq);
    }

    private static EntityChange Change(params (string Name, string Value)[] keys) =>
        EntityChange.For(EntityType.Company, keys.ToDictionary(static key => key.Name, static key => key.Value));
}
