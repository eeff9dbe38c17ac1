using System.Text.Json;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;

namespace Schematic.Dashboard.Tests.Entities;

public sealed class EntityDraftTests
{
    [Fact]
    public void It_begins_with_one_row_for_a_key()
    {
        var draft = new EntityDraft(EntityType.User);

        Assert.True(Assert.Single(draft.Keys).IsEmpty);
        Assert.Empty(draft.Traits);
        Assert.Null(draft.ToTraits());
        Assert.Null(draft.ToName());
    }

    [Fact]
    public void An_empty_row_besides_the_first_is_nobodys_mistake()
    {
        var draft = new EntityDraft(EntityType.Company);
        draft.Keys[0].Name = " domain ";
        draft.Keys[0].Value = " acme.com ";
        draft.Keys.Add(new());
        draft.Traits.Add(new());

        Assert.Equal(new Dictionary<string, string> { ["domain"] = "acme.com" }, draft.ToKeys());
        Assert.Null(draft.ToTraits());
    }

    [Fact]
    public void The_first_row_counts_even_when_it_is_empty()
    {
        var draft = new EntityDraft(EntityType.Company);
        draft.Keys.Add(new() { Name = "slug", Value = "acme" });

        Assert.Equal(2, draft.FilledKeys.Count());
    }

    [Fact]
    public void What_was_entered_is_sent_trimmed_and_nested()
    {
        var draft = new EntityDraft(EntityType.Company) { Name = " Acme " };
        draft.Traits.Add(new() { Name = "address.city", Text = "Bern" });
        draft.Traits.Add(
            new()
            {
                Name = "seats",
                Type = TraitType.Number,
                Text = "12.50",
            }
        );

        Assert.Equal("Acme", draft.ToName());
        Assert.Equal("""{"address":{"city":"Bern"},"seats":12.50}""", JsonSerializer.Serialize(draft.ToTraits()));
    }
}
