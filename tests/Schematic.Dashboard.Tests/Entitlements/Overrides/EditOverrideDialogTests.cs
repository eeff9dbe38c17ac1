using System.Globalization;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class EditOverrideDialogTests : OverrideDialogTopic
{
    [Fact]
    public async Task A_change_by_somebody_else_is_shown_beside_what_was_typed_before_it_is_replaced()
    {
        var own = UsageSamples.Override(60);
        var ends = Clock.GetUtcNow().AddDays(1);
        Api.OnData(Get, own, "\"shown\"")
            .OnStale(Update, own with { ValueNumeric = 90, ExpirationDate = ends }, "\"newer\"");
        var dialogs = await EditAsync(own);
        Input(dialogs, "Limit").Change("70");

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["60 API calls", $"90 API calls until {Text(ends)}", "70 API calls in total"],
                dialogs.FindAll(".stale dd").Select(static side => side.TextContent.Trim())
            )
        );
        Api.OnData(Update, own with { ValueNumeric = 70 });
        Button(dialogs, "Save mine").Click();

        dialogs.WaitForAssertion(() => Assert.Equal(70, Result?.ValueNumeric));
        Assert.Equal(["\"shown\"", "\"newer\""], Asked(Update).Select(static request => request.Headers["If-Match"]));
        Assert.Contains("\"expiration_date\":null", Asked(Update)[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_shown_with_their_authors_the_last_one_first()
    {
        var own = UsageSamples.Override(60) with
        {
            Notes = [Note("1", "First", "Ada", 5), Note("2", "<b>Second</b>", "", 1)],
        };
        Api.OnData(Get, own);
        var dialogs = await EditAsync(own);

        Assert.Equal(["<b>Second</b> 1 day ago", "First Ada · 5 days ago"], dialogs.FindAll(".notes li").Select(Words));
    }

    private CompanyOverrideNoteResponseData Note(string id, string text, string author, int daysAgo) =>
        new()
        {
            Id = id,
            Note = text,
            ExternalUserId = "",
            ExternalUserName = author,
            CreatedAt = Clock.GetUtcNow().AddDays(-daysAgo),
            UpdatedAt = Clock.GetUtcNow(),
        };

    private static string Text(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:d MMM yyyy HH:mm} UTC");

    private Task<IRenderedComponent<DialogHost>> EditAsync(CompanyOverrideResponseData own) =>
        OpenAsync(service => service.EditOverrideAsync(own, "Acme"));
}
