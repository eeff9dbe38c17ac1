using System.Text.Json;
using Schematic.Testing.Contract;

namespace Schematic.Testing.Tests.Contract;

public sealed class SchemaValidatorTests
{
    private static readonly OpenApiDocument Document = new(
        """
        components:
          schemas:
            Shape:
              type: string
              enum:
              - round
              - square
            Thing:
              type: object
              properties:
                id:
                  type: string
                  minLength: 1
                  maxLength: 4
                made_at:
                  type: string
                  format: date-time
                  nullable: true
                shape:
                  allOf:
                  - $ref: '#/components/schemas/Shape'
                  nullable: true
                size:
                  type: integer
                  format: int64
                  minimum: 0
                  maximum: 10
                price:
                  type: number
                  format: double
                sold:
                  type: boolean
                parts:
                  type: array
                  items:
                    $ref: '#/components/schemas/Thing'
                  maxItems: 2
                balances:
                  type: object
                  additionalProperties:
                    type: number
                  maxProperties: 2
                traits:
                  type: object
              required:
              - id
        paths: {}
        """
    );

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","made_at":null,"shape":null}""")]
    [InlineData(
        """{"id":"🦊🦊🦊🦊","made_at":"2026-11-20T13:37:00.123456Z","shape":"round","size":10,"price":0.1,"sold":false}"""
    )]
    [InlineData(
        """{"id":"a","parts":[{"id":"b","parts":[]},{"id":"c"}],"balances":{"x":1,"y":1.5},"traits":{"any":[1,{"thing":null}]}}"""
    )]
    public void What_conforms_has_no_violation(string json) => Assert.Empty(Validate(json));

    [Theory]
    [InlineData("""[]""", "$ is Array where an object is expected")]
    [InlineData("""{}""", "$.id is required and missing")]
    [InlineData(
        """{"id":null}""",
        "$.id is null, which the description does not allow; left out, it would be fine unless required"
    )]
    [InlineData("""{"id":7}""", "$.id is Number where a string is expected")]
    [InlineData("""{"id":""}""", "$.id has 0 characters; at least 1 are needed")]
    [InlineData("""{"id":"abcde"}""", "$.id has 5 characters; at most 4 are allowed")]
    [InlineData("""{"id":"a","id":"b"}""", "$.id is there 2 times")]
    [InlineData("""{"id":"a","color":"red"}""", "$.color is unknown to the description")]
    [InlineData(
        """{"id":"a","made_at":"2026-11-20T13:37:00Z"}""",
        "$.made_at is \"2026-11-20T13:37:00Z\", which is no RFC 3339 time in UTC with at least microseconds"
    )]
    [InlineData(
        """{"id":"a","made_at":"2026-11-20T13:37:00.123456+00:00"}""",
        "$.made_at is \"2026-11-20T13:37:00.123456+00:00\", which is no RFC 3339 time in UTC with at least microseconds"
    )]
    [InlineData("""{"id":"a","shape":"oval"}""", "$.shape is \"oval\", which is none of round, square")]
    [InlineData("""{"id":"a","size":1.5}""", "$.size is Number where an integer is expected")]
    [InlineData("""{"id":"a","size":"1"}""", "$.size is String where an integer is expected")]
    [InlineData("""{"id":"a","size":11}""", "$.size is 11, outside 0 to 10")]
    [InlineData("""{"id":"a","size":-1}""", "$.size is -1, outside 0 to 10")]
    [InlineData("""{"id":"a","price":"1.00"}""", "$.price is String where a number is expected")]
    [InlineData("""{"id":"a","sold":"yes"}""", "$.sold is String where a boolean is expected")]
    [InlineData("""{"id":"a","parts":{}}""", "$.parts is Object where an array is expected")]
    [InlineData(
        """{"id":"a","parts":[{"id":"b"},{"id":"c"},{"id":"d"}]}""",
        "$.parts has 3 items; at most 2 are allowed"
    )]
    [InlineData(
        """{"id":"a","parts":[{"id":"b"},{"id":"c","sold":1}]}""",
        "$.parts[1].sold is Number where a boolean is expected"
    )]
    [InlineData("""{"id":"a","balances":{"x":"1"}}""", "$.balances.x is String where a number is expected")]
    [InlineData("""{"id":"a","balances":{"x":1,"y":2,"z":3}}""", "$.balances has 3 members; at most 2 are allowed")]
    [InlineData(
        """{"id":"a","traits":null}""",
        "$.traits is null, which the description does not allow; left out, it would be fine unless required"
    )]
    public void What_does_not_conform_is_named(string json, string violation) =>
        Assert.Equal([violation], Validate(json));

    private static IEnumerable<string> Validate(string json) =>
        SchemaValidator.Validate(JsonDocument.Parse(json).RootElement, Document.Schema("Thing")!, "$");
}
