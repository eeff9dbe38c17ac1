using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities.Traits;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Entities.Traits;

public sealed class TraitDraftTests
{
    [Theory]
    [InlineData(TraitType.Number, "12")]
    [InlineData(TraitType.Number, "-0.5e10")]
    [InlineData(TraitType.Currency, " 12.50 ")]
    [InlineData(TraitType.Url, "https://example.com/a?b=c")]
    [InlineData(TraitType.String, "")]
    [InlineData(TraitType.String, "  kept  ")]
    public void A_value_of_its_type_is_taken(TraitType type, string text) =>
        Assert.Null(new TraitDraft { Type = type, Text = text }.Problem);

    [Theory]
    [InlineData(TraitType.Number, "")]
    [InlineData(TraitType.Number, "012")]
    [InlineData(TraitType.Number, "1,5")]
    [InlineData(TraitType.Number, "1e999")]
    [InlineData(TraitType.Number, "NaN")]
    [InlineData(TraitType.Number, "٣")]
    [InlineData(TraitType.Currency, "$12")]
    [InlineData(TraitType.Url, "example.com")]
    [InlineData(TraitType.Url, "javascript:alert(1)")]
    [InlineData(TraitType.Url, "ftp://example.com")]
    [InlineData(TraitType.Date, "")]
    public void A_value_of_another_type_is_not(TraitType type, string text) =>
        Assert.NotNull(new TraitDraft { Type = type, Text = text }.Problem);

    [Theory]
    [InlineData("2026-02-28", "", null)]
    [InlineData("2026-02-30", "", "Choose a day.")]
    [InlineData("28.02.2026", "", "Choose a day.")]
    [InlineData("2026-02-28", "13:30", null)]
    [InlineData("2026-02-28", "13:30:15", null)]
    [InlineData("2026-02-28", "25:00", "Enter a time of day, like 13:30.")]
    public void A_date_has_a_day_and_perhaps_a_time(string date, string time, string? problem) =>
        Assert.Equal(
            problem,
            new TraitDraft
            {
                Type = TraitType.Date,
                Date = date,
                Time = time,
            }.Problem
        );

    [Fact]
    public void A_text_too_long_says_by_how_much()
    {
        var draft = new TraitDraft { Text = new string('x', 1_025) };

        Assert.Equal("Use at most 1,024 characters; these are 1,025.", draft.Problem);
        draft.Text = new string('x', 1_024);
        Assert.Null(draft.Problem);
    }

    [Theory]
    [InlineData(TraitType.Number, "12.50", "12.50")]
    [InlineData(TraitType.Currency, " 1e2 ", "1e2")]
    [InlineData(TraitType.String, "12", "\"12\"")]
    [InlineData(TraitType.Url, " https://a.example ", "\"https://a.example\"")]
    public void Digits_are_sent_as_they_were_typed(TraitType type, string text, string json) =>
        Assert.Equal(
            json,
            new TraitDraft { Type = type, Text = text }
                .ToJson()!
                .ToJsonString()
        );

    [Fact]
    public void A_switch_and_a_moment_have_their_own_form()
    {
        Assert.Equal(
            "true",
            new TraitDraft { Type = TraitType.Boolean, IsOn = true }
                .ToJson()!
                .ToJsonString()
        );
        Assert.Equal(
            "\"2026-02-28T13:30:00Z\"",
            new TraitDraft
            {
                Type = TraitType.Date,
                Date = "2026-02-28",
                Time = "13:30",
            }
                .ToJson()!
                .ToJsonString()
        );
    }

    [Theory]
    [InlineData("seats", null)]
    [InlineData("address.city", null)]
    [InlineData(" ", "Name the trait.")]
    [InlineData("address.", "A dot separates nested names: put a name on both sides.")]
    [InlineData(".city", "A dot separates nested names: put a name on both sides.")]
    public void A_name_has_no_empty_step(string name, string? problem) =>
        Assert.Equal(problem, new TraitDraft { Name = name }.NameProblem);

    [Fact]
    public void A_step_of_a_name_is_not_longer_than_the_api_takes()
    {
        Assert.Null(new TraitDraft { Name = new string('x', 255) }.NameProblem);
        Assert.Equal("Use at most 255 characters.", new TraitDraft { Name = $"a.{new string('x', 256)}" }.NameProblem);
    }

    [Theory]
    [InlineData(TraitType.Number, "12", "12", "", "")]
    [InlineData(TraitType.Date, "2026-02-28", "2026-02-28", "2026-02-28", "")]
    [InlineData(TraitType.Date, "2026-02-28T13:30:00Z", "2026-02-28T13:30:00Z", "2026-02-28", "13:30")]
    [InlineData(TraitType.Date, "2026-02-28T13:30:15Z", "2026-02-28T13:30:15Z", "2026-02-28", "13:30:15")]
    [InlineData(TraitType.Date, "next tuesday", "next tuesday", "", "")]
    public void What_is_stored_is_the_same_after_opening_and_saving(
        TraitType type,
        string stored,
        string value,
        string date,
        string time
    )
    {
        var draft = TraitDraft.FromContract(CompanySamples.Trait(type, stored, "trait"));

        Assert.Equal((value, date, time), (draft.Value, draft.Date, draft.Time));
        Assert.True(draft.IsKnown);
        Assert.Null(draft.Problem);
    }

    [Fact]
    public void A_known_name_brings_its_type_and_another_one_frees_it()
    {
        var draft = new TraitDraft { Name = "seats" };
        draft.Match([CompanySamples.Definition(TraitType.Number, "seats")]);
        Assert.Equal((true, TraitType.Number), (draft.IsKnown, draft.Type));

        draft.Name = "colour";
        draft.Match([CompanySamples.Definition(TraitType.Number, "seats")]);

        Assert.False(draft.IsKnown);
    }

    [Fact]
    public void A_known_path_keeps_a_dot_within_a_step()
    {
        var draft = new TraitDraft { Name = "plan.v2.seats" };
        draft.Match([CompanySamples.Definition(TraitType.Number, "plan.v2", "seats")]);

        Assert.Equal(["plan.v2", "seats"], draft.Path);
    }
}
